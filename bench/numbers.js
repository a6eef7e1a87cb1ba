// Means and medians, and the processor's time.

/** The mean of the numbers that are known; undefined if none is. */
export function mean(numbers) {
  const known = numbers.filter((number) => number !== undefined);
  return known.length ? known.reduce((sum, number) => sum + number, 0) / known.length : undefined;
}

/** The median of numbers; the upper one of the two in the middle of an even count. */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** Milliseconds for which this program had a processor, whatever else the machine does. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
