/** The rules that the report is made for. */
export const forks = ['osaka', 'amsterdam'] as const;
export type Fork = (typeof forks)[number];

/** One line of docs/gas.json. */
export interface GasEntry {
  readonly name: string;
  readonly fork: Fork;
  /** Gas of the receipts: one transaction's, the mean of some, or the sum where one transaction cannot hold it. */
  readonly gas: number;
  /** Codes that this gas is for; 0 where none are. */
  readonly codes: number;
  readonly gasPerCode: number | null;
  readonly min?: number;
  readonly max?: number;
}

/** The line for one measurement. */
export function entry(name: string, fork: Fork, gas: number | bigint, codes: number): GasEntry {
  return { name, fork, gas: Math.round(Number(gas)), codes, gasPerCode: codes === 0 ? null : perCode(gas, codes) };
}

/** The line for neighbouring measurements: their mean, least and most. */
export function spread(name: string, fork: Fork, gas: readonly bigint[], codes: number): GasEntry {
  const values = gas.map(Number);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { ...entry(name, fork, mean, codes), min: Math.min(...values), max: Math.max(...values) };
}

function perCode(gas: number | bigint, codes: number): number {
  return Number((Number(gas) / codes).toFixed(3));
}
