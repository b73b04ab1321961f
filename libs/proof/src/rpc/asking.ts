import { BaseError, ContractFunctionRevertedError, HttpRequestError, RpcRequestError, TimeoutError } from 'viem';
import { ChainUnreachable } from '../errors.js';

/** Whether an error of viem, or one below it, is of this kind. */
function isKind(error: unknown, kind: abstract new (...args: never[]) => Error): boolean {
  return error instanceof BaseError && error.walk((cause) => cause instanceof kind) !== null;
}

/** Whether nobody answered at all: no connection, no HTTP status, no answer in time. */
export function isSilence(error: unknown): boolean {
  if (isKind(error, TimeoutError)) return true;
  const http = error instanceof BaseError ? error.walk((cause) => cause instanceof HttpRequestError) : null;
  return http instanceof HttpRequestError && http.status === undefined;
}

/** Asks for what every node has. Without the URL in the message: it may hold an access key. @throws ChainUnreachable */
export async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unreachable(error);
  }
}

/** Asks a contract; null when it reverted or its answer is not of the kind that was asked for. @throws ChainUnreachable */
export async function askContract<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    const isReverted = isKind(error, ContractFunctionRevertedError);
    const isOfNode = isKind(error, HttpRequestError) || isKind(error, TimeoutError) || isKind(error, RpcRequestError);
    if (!isReverted && isOfNode) throw unreachable(error);
    return null;
  }
}

/** Asks for what a node may have pruned or may not serve; null when it does not. */
export async function askHistory<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function unreachable(error: unknown): ChainUnreachable {
  const reason = error instanceof BaseError ? error.shortMessage : 'no answer';
  return new ChainUnreachable('the chain could not be asked', { cause: error, detail: reason });
}
