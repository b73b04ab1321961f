import type { Issuing } from '../domain/issue.js';

/** The use case, as both APIs call it. */
export type Issue = Issuing['issue'];

/** What the use case is called in the module. */
export const ISSUE = Symbol('issue');
