// Plain syntax and no static import of newer files: an old Node must get far enough to be refused.
import { readFileSync } from 'fs';
import { fileURLToPath } from 'url';

const wanted = [20, 19];
const version = process.versions.node.split('.').map(Number);
const tooOld = version[0] < wanted[0] || (version[0] === wanted[0] && version[1] < wanted[1]);

function read(file) {
	return JSON.parse(readFileSync(new URL('../../' + file, import.meta.url), 'utf8'));
}

/** The words of a message of `messages/`, in the language of the terminal: nothing is compiled yet. */
function say(key, details) {
	const language = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
	const { locales, baseLocale } = read('project.inlang/settings.json');
	const locale = locales.find((one) => language.startsWith(one)) || baseLocale;
	const words = read('messages/' + locale + '.json')[key];
	return words.replace(/\{(\w+)\}/g, (_, name) => details[name]);
}

function refuse(message) {
	process.stderr.write(message + '\n');
	process.exit(1);
}

/** Where what `npm run build` asked for lies; `npm start` and all commands find it there. */
function built(main) {
	process.stderr.write(say('launch.built', { folder: fileURLToPath(new URL('..', main)) }) + '\n');
}

if (tooOld) {
	refuse(say('launch.nodeTooOld', { wanted: wanted.join('.'), found: process.versions.node }));
} else {
	import('./prepare.mjs')
		.then(({ prepare }) => prepare(say))
		.then((main) => (process.argv[2] === '--build-only' ? built(main) : import(main)))
		.catch((error) => refuse(error.foreseen ? error.message : error.stack));
}
