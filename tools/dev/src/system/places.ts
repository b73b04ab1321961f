import { fileURLToPath } from 'node:url';
import type { ServiceName } from './options.js';

/** The repository. */
export const root = fileURLToPath(new URL('../../../../..', import.meta.url));

/** Directory of a service's package, from which its imports resolve. */
export function serviceDirectory(service: ServiceName): string {
  return `${root}services/${service}`;
}

/** Directory of this package. */
export const ownDirectory = `${root}tools/dev`;

/** Ends a part when the runner is gone; see the file. */
export const withRunner = new URL('../parts/with-runner.js', import.meta.url).href;

/** A part of ours that is a program of its own. */
export function partProgram(name: 'tokens' | 'mail'): string {
  return fileURLToPath(new URL(`../parts/${name}-main.js`, import.meta.url));
}
