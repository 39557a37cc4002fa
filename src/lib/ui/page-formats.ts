import { createContext } from 'svelte';
import type { Formats } from '#lib/messages/format.ts';

/** How the page around writes numbers and dates: set once by a layout, read by what stands in it. */
export const [pageFormats, setPageFormats] = createContext<() => Formats>();
