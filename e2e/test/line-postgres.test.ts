import { theLine } from './the-line.js';

theLine('postgres');
