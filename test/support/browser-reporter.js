import { defaultReporter } from '@web/test-runner';

/** Web Test Runner's own report, and a last line such as `chromium: 12 passed, 0 failed`. */
export function reporters(engine) {
  return [defaultReporter({ reportTestResults: true, reportTestProgress: false }), tallyReporter(engine)];
}

function tallyReporter(engine) {
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
      process.stdout.write(`\n${engine}: ${run.length - failed} passed, ${failed} failed\n`);
    },
  };
}

function tests({ tests: own, suites }) {
  return [...own, ...suites.flatMap(tests)];
}
