import type { Command } from './command.ts';

/** Verbs by their names. What one needs is loaded with it: most need a small part of the program, and begin at once. */
type Verbs = Readonly<Record<string, () => Promise<Command>>>;

/** Every verb of the command line, in the order of the help. */
export const commands: Verbs = {
	start: async () => (await import('./start.ts')).start,
	import: async () => (await import('./import.ts')).importCommand,
	check: async () => (await import('./check.ts')).check,
	map: async () => (await import('./map.ts')).map,
	parse: async () => (await import('./parse.ts')).parse,
	url: async () => (await import('./url.ts')).url,
	suggest: async () => (await import('./suggest.ts')).suggest,
	publications: async () => (await import('./publications.ts')).publications,
	overview: async () => (await import('./overview.ts')).overview,
	topics: async () => (await import('./topics.ts')).topics,
	tastes: async () => (await import('./tastes.ts')).tastes,
	items: async () => (await import('./items.ts')).items,
	sections: async () => (await import('./sections.ts')).sections,
	authors: async () => (await import('./authors.ts')).authors,
	issues: async () => (await import('./issues.ts')).issues,
	audience: async () => (await import('./audience.ts')).audience,
	channels: async () => (await import('./channels.ts')).channels,
	sponsors: async () => (await import('./sponsors.ts')).sponsors,
	names: async () => (await import('./names.ts')).names,
	next: async () => (await import('./next.ts')).next,
	forecast: async () => (await import('./forecast.ts')).forecast,
	forecasts: async () => (await import('./forecasts.ts')).forecasts,
	annotate: async () => (await import('./annotations.ts')).annotate,
	annotations: async () => (await import('./annotations.ts')).annotations,
	alerts: async () => (await import('./alerts.ts')).alerts,
	verdicts: async () => (await import('./verdicts.ts')).verdicts,
	report: async () => (await import('./report.ts')).report,
	jobs: async () => (await import('./jobs.ts')).jobs,
	undo: async () => (await import('./undo.ts')).undo,
	privacy: async () => (await import('./privacy.ts')).privacy,
	export: async () => (await import('./export.ts')).exportCommand,
	erase: async () => (await import('./erase.ts')).erase,
	retain: async () => (await import('./retain.ts')).retainCommand,
	user: async () => (await import('./user.ts')).user,
	token: async () => (await import('./token.ts')).token,
	audit: async () => (await import('./audit.ts')).audit,
	verify: async () => (await import('./verify.ts')).verify,
	'rotate-keys': async () => (await import('./rotate.ts')).rotate,
	backup: async () => (await import('./backup.ts')).backup,
	restore: async () => (await import('./restore.ts')).restore
};

/** What `start` runs beside itself; nobody else needs to know of it. */
export const inside: Verbs = {
	serve: async () => (await import('./serve.ts')).serve,
	work: async () => (await import('./work.ts')).work,
	mail: async () => (await import('./mail.ts')).mail,
	migrate: async () => (await import('./migrate.ts')).migrate
};
