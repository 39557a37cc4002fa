// writes the pages of `docs/` that tests hold true
import { spawnSync } from 'node:child_process';

const run = (...args) => {
	const { status } = spawnSync('npx', args, {
		stdio: 'inherit',
		env: { ...process.env, RUBRIQUE_DOCS: '1' }
	});
	if (status !== 0) process.exit(status ?? 1);
};
run('vitest', 'run', 'tests/rules/docs.test.ts');
run('oxfmt', 'docs');
