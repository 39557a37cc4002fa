import { createContext } from 'svelte';

/**
 * What a figure of the page rests on, in words: set once by a layout, shown with definitions. `whole`
 * asks for what no filter narrows.
 */
export const [basis, giveBasis] = createContext<(whole: boolean) => string>();
