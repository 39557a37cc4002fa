import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** A list or record that is written where it is spread stands there as well by itself. */
const written = [
	{ selector: 'SpreadElement > ObjectExpression', message: 'Write its fields where they go.' },
	{
		selector: 'SpreadElement > ArrayExpression, SpreadElement > TSAsExpression > ArrayExpression',
		message: 'Write its items where they go.'
	}
];

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'build/',
			'data/',
			'.svelte-kit/',
			'src/lib/messages/compiled/',
			'drizzle/',
			'imports/',
			'test-results/'
		]
	},
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// newer than the oldest Node we run on, and known to the compiler all the same
			'no-restricted-properties': [
				'error',
				{ object: 'Map', property: 'groupBy' },
				{ object: 'Object', property: 'groupBy' },
				{ object: 'Promise', property: 'withResolvers' },
				{ object: 'Promise', property: 'try' },
				{ object: 'Array', property: 'fromAsync' },
				{ object: 'RegExp', property: 'escape' }
			],
			'no-restricted-syntax': ['error', ...written],
			'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
			// the compiler knows better
			'no-undef': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// a longer or deeper one says above itself why
		files: ['src/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'max-depth': ['error', 4]
		}
	},
	{
		// a call takes about a hundred thousand arguments, and who sends a document decides how long it is
		files: ['src/lib/issue/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...written,
				{
					selector:
						'CallExpression[callee.property.name=/^(max|min|push|unshift|splice)$/] > SpreadElement',
					message: 'Use largest, smallest or append of long-lists.ts: a long list is not spread.'
				}
			]
		}
	},
	{
		// SvelteKit's own declarations can only be added to as interfaces
		files: ['src/app.d.ts'],
		rules: { '@typescript-eslint/consistent-type-definitions': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				extraFileExtensions: ['.svelte'],
				parser: ts.parser,
				svelteConfig
			}
		}
	}
);
