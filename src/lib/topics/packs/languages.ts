import type { Locale } from '#lib/locales.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { PackWords } from './keys.ts';

/** Packs in each language. */
export const packWords: Readonly<Record<Locale, PackWords>> = { en, fr };
