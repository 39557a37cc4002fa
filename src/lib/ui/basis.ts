import { createContext } from 'svelte';

/** What every figure of the page rests on, in words: set once by a layout, shown with definitions. */
export const [basis, giveBasis] = createContext<() => string>();
