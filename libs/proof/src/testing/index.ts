export { AnchoredLog, type AnchoredLogOptions, type Code } from './anchored-log.js';
