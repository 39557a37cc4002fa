import { afterAll } from 'vitest';
import { leaveNothing } from './program.ts';

// Modules are loaded once for many files of tests: what each file leaves is cleared away for each.
afterAll(leaveNothing);
