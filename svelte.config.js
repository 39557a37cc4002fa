import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// the command line is bundled beside it, in build/cli
		adapter: adapter({ out: 'build/app' }),
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
