import { createContext } from 'svelte';
import type { formats } from '#lib/messages/format.ts';

type Voice = ReturnType<typeof formats>;

/** How the page around says numbers and dates: set once by a layout, read by what stands in it. */
export const [voice, giveVoice] = createContext<() => Voice>();
