import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { ComponentProps } from 'svelte';
import { globSync } from 'tinyglobby';
import { expect, onTestFinished, test } from 'vitest';
import { usualRules } from '#lib/measure/verdicts/rules.ts';
import { alertKinds } from '#lib/server/alerts/happenings.ts';
import { rulesOfForm } from '#lib/server/derive/rules.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { inLocales, locales } from '#lib/locales.ts';
import { getLocale, overwriteGetLocale } from '#lib/messages/compiled/runtime.js';
import { managedTopics } from '#lib/server/figures/content/managed-topics.ts';
import { everything } from '#lib/filters/filters.ts';
import { openAuthentication } from '#lib/server/access/authentication.ts';
import { makeFirstCode } from '#lib/server/access/first-code.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { addAlertRule, alertFigures } from '#lib/server/mail/alerts/rules.ts';
import { addSchedule, scheduleFigures } from '#lib/server/mail/schedules.ts';
import SignInForm from '../../src/routes/(auth)/sign-in/SignInForm.svelte';
import WelcomeForm from '../../src/routes/(auth)/welcome/WelcomeForm.svelte';
import { offered } from '../../src/routes/p/offered.ts';
import { readForm } from '../../src/routes/p/publication-form.ts';
import PublicationForm from '../../src/routes/p/PublicationForm.svelte';
import { readAlertForm } from '../../src/routes/p/[publication]/alerts/alert-form.ts';
import AlertForm from '../../src/routes/p/[publication]/alerts/AlertForm.svelte';
import { readScheduleForm } from '../../src/routes/p/[publication]/reports/mailings/schedule-form.ts';
import ScheduleForm from '../../src/routes/p/[publication]/reports/mailings/ScheduleForm.svelte';
import { topicWords } from '../../src/routes/p/[publication]/topics/manage/topic-form.ts';
import TopicList from '../../src/routes/p/[publication]/topics/manage/TopicList.svelte';
import TopicFields from '../../src/routes/p/[publication]/topics/manage/TopicFields.svelte';
import RuleForm from '../../src/routes/p/[publication]/verdicts/RuleForm.svelte';
import { degenerate } from './degenerate-archives.ts';
import { newWorkspace } from './publication.ts';
import { shownForm } from './shown-form.ts';

// Forms as a server writes them, sent as a browser sends them where nothing was changed, and read by
// what reads them: a field that is renamed on one side alone is found here.

const actor = { by: null, now: 1_700_000_000_000 };
const words = {
	name: 'L’écluse & "le bief"',
	slug: 'l-ecluse',
	language: 'fr',
	currency: 'TND',
	zone: 'Africa/Tunis'
} as const;
const form = { wrong: [], taken: false, action: 'Save', ...offered('en', 0) };

test('a publication’s form sent as it is shown → the very words that it was filled with', () => {
	const { sent, flaws } = shownForm(PublicationForm, { ...form, values: words });
	expect(flaws).toEqual([]);
	expect(readForm(sent)).toEqual({ words });
});

test('the form of a new publication sent empty → nothing is chosen for anybody', () => {
	const { sent } = shownForm(PublicationForm, { ...form, values: {} });
	const read = readForm(sent);
	expect('wrong' in read && read.wrong.sort()).toEqual(Object.keys(words).sort());
});

test('what was wrong, and an address that another has → these fields alone are marked', () => {
	const given = { ...form, values: words, wrong: ['zone' as const], taken: true };
	const { html, flaws } = shownForm(PublicationForm, given);
	const marked = [...html.matchAll(/id="(\w+)"[^>]*aria-invalid="true"/g)].map(([, id]) => id);
	expect(marked).toEqual(['slug', 'zone']);
	expect(html).toContain('role="alert"');
	expect(flaws).toEqual([]);
});

test('the first account’s form sent as it is shown, then the form of signing in → somebody is there, and in', async () => {
	const workspace = await newWorkspace();
	const authentication = openAuthentication(
		workspace.db,
		settingsFrom({ RUBRIQUE_DATA: workspace.data }, '/', '/')
	);
	const caller = { headers: new Headers(), address: '192.0.2.1' };
	const code = await makeFirstCode(workspace.db);
	const [email, password] = ['ana@example.org', 'correct horse'];

	const short = { flaw: 'password' as const, name: 'Ana "<b>', email };
	const welcome = shownForm(WelcomeForm, { code, filled: short });
	expect(welcome.flaws).toEqual([]);
	const marked = [...welcome.html.matchAll(/id="(\w+)"[^>]*aria-invalid="true"/g)];
	expect(marked.map(([, id]) => id)).toEqual(['password']);
	welcome.sent.set('password', password);
	const entry = await authentication.found(Object.fromEntries(welcome.sent), caller, Date.now());
	expect(entry).toHaveProperty('cookies');

	const signIn = shownForm(SignInForm, { flaw: 'Wrong.', email, isMain: true });
	expect(signIn.flaws).toEqual([]);
	signIn.sent.set('password', password);
	const entered = await authentication.signIn(Object.fromEntries(signIn.sent), caller, Date.now());
	expect(entered).toMatchObject({ asksCode: false });
});

test('a code that is wrong, or that no address brought → a field of the first account’s form', () => {
	const filled = { flaw: 'code' as const, name: '', email: '' };
	for (const given of [
		{ code: '', filled: null },
		{ code: 'abc', filled }
	]) {
		const { sent, html, flaws } = shownForm(WelcomeForm, given);
		expect(flaws).toEqual([]);
		expect([...sent.keys()]).toEqual(['name', 'email', 'password', 'code']);
		expect([sent.get('code'), /id="code"/.test(html)]).toEqual(['', true]);
	}
});

test('an alert sent as it is shown → a rule of all kinds to whoever asks; without mail, an address is theirs to give', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const given = { kinds: alertKinds, email: 'ana@example.org', language: 'fr' as const };

	const { sent, flaws } = shownForm(AlertForm, { ...given, mails: true });
	expect(flaws).toEqual([]);
	await addAlertRule(workspace.db, publication, readAlertForm(sent), true, actor);
	const { rules } = await alertFigures(workspace.db, publication, actor.now);
	expect(rules).toMatchObject([
		{
			kinds: [...alertKinds],
			sure: 'clear',
			by: 'mail',
			to: 'ana@example.org',
			locale: 'fr',
			quietFrom: null,
			quietTo: null,
			paused: false
		}
	]);

	const without = shownForm(AlertForm, { ...given, mails: false }).sent;
	expect([without.get('by'), without.get('address')]).toEqual(['webhook', '']);
});

test.each([[['Ondine']], [[]]])(
	'a scheduled report sent as it is shown, with sponsors %o → kept, in the publication’s language',
	async (sponsors) => {
		const workspace = await newWorkspace();
		const publication = await workspace.publication();
		const given = { language: 'fr' as const, email: 'ana@example.org', sponsors };
		const { sent, html, flaws } = shownForm(ScheduleForm, given);
		expect(flaws).toEqual([]);
		expect(html.includes('value="sponsor"')).toBe(sponsors.length > 0);

		await addSchedule(workspace.db, publication, readScheduleForm(sent), actor);
		const { schedules } = await scheduleFigures(workspace.db, publication, actor.now);
		expect(schedules).toMatchObject([
			{ report: 'management', locale: 'fr', recipients: ['ana@example.org'] }
		]);
	}
);

test('rules of bots sent as they are shown → those that hold; of what is tried, what is tried', async () => {
	const workspace = await newWorkspace();
	await workspace.take(degenerate.usual!);
	const { rules } = await verdictFigures(workspace.db, await workspace.publication(), everything);
	const { sent, flaws } = shownForm(RuleForm, { rules, tried: null });
	expect(flaws).toEqual([]);
	expect(rulesOfForm(sent)).toEqual(usualRules);

	const views = rules.views.map((view) => ({ ...view, on: view.rule === rules.views[0]!.rule }));
	const tried = { views, id: rules.id };
	const other = rulesOfForm(shownForm(RuleForm, { rules, tried }).sent);
	expect(other).not.toEqual(usualRules);
});

test('a topic’s fields sent as they are shown → nothing of any topic changes', async () => {
	const workspace = await newWorkspace();
	await workspace.take(degenerate.usual!);
	const { topics } = await managedTopics(workspace.db, await workspace.publication());
	const [first, ...others] = topics;
	const filled = {
		...first!,
		words: { ...inLocales(() => []), en: ['tide', 'the ebb'], fr: ['marée', 'jusant'] },
		aliases: ['Sea', '<b>'],
		parentId: others[0]!.id,
		color: 2
	};
	for (const topic of [filled, ...others]) {
		const { sent, flaws } = shownForm(TopicFields, { topic, topics, id: `t${topic.id}` });
		expect(flaws).toEqual([]);
		const { names, words, aliases, parentId, color } = topic;
		expect(topicWords(sent)).toEqual({ names, words, aliases, parentId, color });
	}
});

test.each(locales)(
	'a new topic on pages in %s → only its name in that language is asked for, first',
	(own) => {
		const before = getLocale;
		overwriteGetLocale(() => own);
		onTestFinished(() => overwriteGetLocale(before));
		const { html } = shownForm(TopicFields, { topics: [], id: 'new' });
		const names = [...html.matchAll(/<input[^>]*name="(name-\w\w)"[^>]*>/g)];
		expect(names.map(([, name]) => name)[0]).toBe(`name-${own}`);
		expect(names.filter(([field]) => field.includes('required')).map(([, name]) => name)).toEqual([
			`name-${own}`
		]);
	}
);

test('two hundred topics → their list is short, and has the fields of the open one alone', () => {
	const topics = Array.from({ length: 200 }, (_, i) => ({
		id: i + 1,
		name: `Topic no. ${i + 1}`,
		parent: null,
		archived: false,
		color: i % 8,
		said: i,
		suggested: 2 * i
	}));
	const words = { en: ['quay', 'berth'], fr: ['quai', 'poste'] };
	const open = {
		...topics[30]!,
		names: { en: 'Quays', fr: 'Quais' },
		parentId: 7,
		words,
		aliases: [],
		namedBy: null,
		createdAt: 0
	} as unknown as ComponentProps<typeof TopicList>['open'];
	const { html, sent, flaws } = shownForm(TopicList, { topics, open });
	expect(flaws).toEqual([]);
	expect(sent.getAll('name-en')).toEqual(['Quays', '']);
	expect(sent.getAll('parent')).toEqual(['7', '']);
	expect(html.match(/aria-expanded="true"/g)).toHaveLength(1);
	expect(gzipSync(html).length).toBeLessThan(12_000);
});

test('a long field with what stands in it → written by the server, for browsers without scripts too', () => {
	const files = globSync('src/**/*.svelte');
	const fields = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/<textarea\b[^]*?<\/textarea>/g)].map(
			([field]) => `${file}: ${field}`
		)
	);
	expect(fields.length).toBeGreaterThan(4);
	const empty = fields.filter((one) => /\bdefaultValue=/.test(one) && !/\svalue=/.test(one));
	expect(empty).toEqual([]);
});
