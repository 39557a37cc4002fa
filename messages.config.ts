import type { CompilerOptions } from '@inlang/paraglide-js';

/** How `messages/*.json` become functions: for the pages and for the command line alike. */
export const messages: CompilerOptions = {
	project: './project.inlang',
	outdir: './src/lib/messages/compiled',
	strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
	cookieName: 'language'
};
