import adapter from './adapter.config.js';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// src/cli/prepare.mjs names a folder for each build; the command line is bundled beside it
		adapter: adapter({ out: `${process.env.RUBRIQUE_BUILD ?? 'build'}/app` }),
		csp: {
			directives: {
				'default-src': ['self'],
				'style-src': ['self'],
				// Svelte writes style attributes into the pages that it renders on the server
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config(config) {
				config.include = [
					...config.include.filter((path) => !path.includes('/tests/')),
					'../tests/**/*.ts',
					'../*.config.ts'
				];
				return config;
			}
		}
	}
};
