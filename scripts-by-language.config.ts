import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';
import { locales } from './src/lib/locales.ts';

/** Stands in scripts for the only language that they have; for nothing, where they have all. */
export const ONLY = '__ONLY_LANGUAGE__';

/** Paraglide leaves this to whoever builds a program in one language. */
const STATIC = 'export const experimentalStaticLocale = undefined;';

/**
 * Writes the scripts of browsers once more for each language, without the words of the others:
 * `_app/immutable/fr/…` beside `_app/immutable/…`, which has all. Scripts import each other by relative
 * paths: where a page begins it stays, and `src/lib/messages/language-scripts.ts` says where it begins.
 */
export function scriptsByLanguage(): Plugin {
	return {
		name: 'scripts-by-language',
		apply: 'build',
		applyToEnvironment: ({ config }) => config.consumer === 'client',
		transform: {
			filter: { id: /\/messages\/(?:compiled\/runtime\.js|languages\/language\.ts)$/ },
			handler(code, id) {
				const made = id.endsWith('.ts') ? withOwnHabits(code) : withOwnLocale(code);
				if (made === code) this.error('The language is taken elsewhere now');
				return { code: made, map: null };
			}
		},
		writeBundle({ dir }, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				const { fileName, code } = chunk;
				write(join(dir!, fileName), inLanguage(fileName, code, ''));
				for (const locale of locales) {
					// style sheets and pictures are those of all languages
					const own = inLanguage(fileName, code, locale).replaceAll('../assets/', '../../assets/');
					write(join(dir!, fileName.replace('/immutable/', `/immutable/${locale}/`)), own);
				}
			}
		}
	};
}

function withOwnLocale(code: string): string {
	return code.replace(STATIC, `${STATIC.slice(0, -10)}${ONLY} || undefined;`);
}

/** The list of how languages write, of which scripts in one language have that one alone. */
function withOwnHabits(code: string): string {
	const list = /const languages = \{([^}]*)\}/.exec(code)?.[1] ?? '';
	const habits = [...list.matchAll(/(\w+): (\w+)/g)];
	const own = habits.map(([, locale, name]) => `${ONLY} === "${locale}" ? ${name} : `);
	return code.replace('languages[locale]', `${own.join('')}languages[locale]`);
}

/** A script of which the language is known: what can no longer be said is left out. */
function inLanguage(name: string, code: string, only: string): string {
	if (!code.includes(ONLY)) return code;
	const { code: made, errors } = minifySync(name, code.replaceAll(ONLY, JSON.stringify(only)), {
		module: true,
		mangle: false
	});
	if (errors.length) throw new Error(`${name}: ${errors[0]!.message}`);
	return made;
}

function write(file: string, text: string) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}
