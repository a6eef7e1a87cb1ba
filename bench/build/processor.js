/** Seconds that the processor has worked for this process, which other processes do not change as they do the time of day. */
export function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
