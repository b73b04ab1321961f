/** Logger and metrics for tests that look at neither. */
const nothing = (): void => undefined;
export const silent = {
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
};
