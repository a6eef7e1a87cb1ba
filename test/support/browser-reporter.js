/** Adds to Web Test Runner's own report a closing line `browser: N passed, N failed`. */
export function tallyReporter() {
  return {
    stop({ sessions }) {
      const results = [...sessions].flatMap(({ testResults, passed, errors }) => {
        const own = testResults ? tests(testResults) : [];
        // A file that could not run counts as one failure.
        return own.length > 0 && (passed || own.some((test) => !test.passed))
          ? own
          : [...own, { passed: passed && errors.length === 0 }];
      });
      const run = results.filter(({ skipped }) => !skipped);
      const failed = run.filter(({ passed }) => !passed).length;
      process.stdout.write(`\nbrowser: ${run.length - failed} passed, ${failed} failed\n`);
    },
  };
}

function tests({ tests: own, suites }) {
  return [...own, ...suites.flatMap(tests)];
}
