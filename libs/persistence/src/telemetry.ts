/** The part of the platform's pino logger that these libs use. */
export interface Logger {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
}

/** The part of the platform's metrics that these libs use. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): { inc(labels: Labels, by?: number): void };
  gauge(name: string, help: string, labels?: readonly string[]): { set(labels: Labels, value: number): void };
}

type Labels = Record<string, string>;
