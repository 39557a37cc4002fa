/**
 * Which rooms a room may import, besides itself. Types may flow further, except into rooms that
 * import nothing of ours. Longer paths are rooms of their own.
 */
export const rooms: Record<string, readonly string[]> = {
	'src/lib/trouble.ts': [],
	'src/lib/windows-1252.ts': [],
	'src/lib/name-key.ts': [],
	'src/lib/link-name.ts': [],
	'src/lib/same-names.ts': ['src/lib/name-key.ts'],
	'src/lib/plain-text.ts': [],
	'src/lib/providers/services.ts': [],
	'src/lib/duration.ts': [],
	'src/lib/is-day.ts': [],
	'src/lib/minor-units.ts': [],
	'src/lib/item-roles.ts': [],
	'src/lib/job-kinds.ts': [],
	'src/lib/locales.ts': [],
	'src/lib/report-kinds.ts': ['src/lib/filters'],
	'src/lib/permissions.ts': [],
	'src/lib/url': [],
	'src/lib/measure': [],
	'src/lib/csv': [
		'src/lib/duration.ts',
		'src/lib/plain-text.ts',
		'src/lib/trouble.ts',
		'src/lib/windows-1252.ts'
	],
	'src/lib/providers': [
		'src/lib/duration.ts',
		'src/lib/minor-units.ts',
		'src/lib/csv',
		'src/lib/link-name.ts',
		'src/lib/trouble.ts'
	],
	'src/lib/issue': [
		'src/lib/url',
		'src/lib/plain-text.ts',
		'src/lib/trouble.ts',
		'src/lib/windows-1252.ts'
	],
	'src/lib/join': ['src/lib/duration.ts', 'src/lib/link-name.ts', 'src/lib/issue', 'src/lib/url'],
	'src/lib/topics': [],
	'src/lib/spend': ['src/lib/duration.ts', 'src/lib/minor-units.ts', 'src/lib/name-key.ts'],
	'src/lib/findings': ['src/lib/measure'],
	'src/lib/filters': ['src/lib/is-day.ts', 'src/lib/item-roles.ts'],
	'src/lib/messages': [
		'src/lib/locales.ts',
		'src/lib/duration.ts',
		'src/lib/minor-units.ts',
		'src/lib/filters',
		'src/lib/name-key.ts',
		'src/lib/trouble.ts'
	],
	'src/lib/columns': [
		'src/lib/duration.ts',
		'src/lib/minor-units.ts',
		'src/lib/findings',
		'src/lib/messages'
	],
	'src/lib/chart': ['src/lib/findings', 'src/lib/messages'],
	'src/lib/ui': ['src/lib/columns', 'src/lib/chart', 'src/lib/messages'],
	'src/lib/server/organisation-settings.ts': ['src/lib/permissions.ts', 'src/lib/trouble.ts'],
	'src/lib/server/settings.ts': ['src/lib/server/organisation-settings.ts', 'src/lib/trouble.ts'],
	'src/lib/server/local-date.ts': ['src/lib/duration.ts'],
	'src/lib/server/reader-key.ts': ['src/lib/trouble.ts'],
	'src/lib/server/store': [
		'src/lib/job-kinds.ts',
		'src/lib/locales.ts',
		'src/lib/permissions.ts',
		'src/lib/duration.ts',
		'src/lib/item-roles.ts',
		'src/lib/link-name.ts',
		'src/lib/name-key.ts',
		'src/lib/same-names.ts',
		'src/lib/trouble.ts'
	],
	'src/lib/server/fits': [
		'src/lib/duration.ts',
		'src/lib/server/store',
		'src/lib/measure',
		'src/lib/name-key.ts'
	],
	'src/lib/server/derive': [
		'src/lib/server/fits',
		'src/lib/server/local-date.ts',
		'src/lib/issue',
		'src/lib/url',
		'src/lib/join',
		'src/lib/topics',
		'src/lib/plain-text.ts',
		'src/lib/measure/verdicts',
		'src/lib/server/store',
		'src/lib/trouble.ts'
	],
	'src/lib/server/ingest': [
		'src/lib/job-kinds.ts',
		'src/lib/is-day.ts',
		'src/lib/locales.ts',
		'src/lib/duration.ts',
		'src/lib/minor-units.ts',
		'src/lib/server/derive',
		'src/lib/server/fits',
		'src/lib/server/local-date.ts',
		'src/lib/server/reader-key.ts',
		'src/lib/csv',
		'src/lib/providers',
		'src/lib/issue',
		'src/lib/url',
		'src/lib/topics',
		'src/lib/server/store',
		'src/lib/plain-text.ts',
		'src/lib/trouble.ts'
	],
	'src/lib/server/figures': [
		'src/lib/job-kinds.ts',
		'src/lib/is-day.ts',
		'src/lib/duration.ts',
		'src/lib/filters',
		'src/lib/server/fits',
		'src/lib/server/local-date.ts',
		'src/lib/server/store',
		'src/lib/join',
		'src/lib/name-key.ts',
		'src/lib/same-names.ts',
		'src/lib/measure',
		'src/lib/spend',
		'src/lib/topics',
		'src/lib/findings',
		'src/lib/trouble.ts'
	],
	'src/lib/server/forecast': [
		'src/lib/duration.ts',
		'src/lib/server/figures',
		'src/lib/server/fits',
		'src/lib/server/derive',
		'src/lib/server/ingest',
		'src/lib/server/store',
		'src/lib/name-key.ts',
		'src/lib/measure',
		'src/lib/trouble.ts'
	],
	'src/lib/server/alerts': [
		'src/lib/duration.ts',
		'src/lib/findings',
		'src/lib/measure',
		'src/lib/server/figures',
		'src/lib/server/forecast',
		'src/lib/server/store'
	],
	'src/lib/server/beside-thread.ts': [
		'src/lib/server/figures',
		'src/lib/server/fits',
		'src/lib/server/forecast',
		'src/lib/server/store',
		'src/lib/trouble.ts'
	],
	'src/lib/server/desk': [
		'src/lib/duration.ts',
		'src/lib/is-day.ts',
		'src/lib/server/local-date.ts',
		'src/lib/plain-text.ts',
		'src/lib/url/address.ts',
		'src/lib/server/derive',
		'src/lib/server/ingest',
		'src/lib/server/store',
		'src/lib/issue',
		'src/lib/topics',
		'src/lib/spend',
		'src/lib/name-key.ts',
		'src/lib/same-names.ts',
		'src/lib/trouble.ts'
	],
	'src/lib/server/report': [
		'src/lib/locales.ts',
		'src/lib/report-kinds.ts',
		'src/lib/item-roles.ts',
		'src/lib/minor-units.ts',
		'src/lib/filters',
		'src/lib/plain-text.ts',
		'src/lib/same-names.ts',
		'src/lib/server/store',
		'src/lib/server/figures',
		'src/lib/findings',
		'src/lib/chart',
		'src/lib/columns',
		'src/lib/messages',
		'src/lib/trouble.ts'
	],
	'src/lib/server/post': [
		'src/lib/filters',
		'src/lib/locales.ts',
		'src/lib/report-kinds.ts',
		'src/lib/duration.ts',
		'src/lib/plain-text.ts',
		'src/lib/server/alerts',
		'src/lib/server/report',
		'src/lib/server/figures',
		'src/lib/server/local-date.ts',
		'src/lib/server/store',
		'src/lib/columns/cell-words.ts',
		'src/lib/messages',
		'src/lib/trouble.ts'
	],
	'src/lib/server/upkeep': [
		'src/lib/server/reader-key.ts',
		'src/lib/server/store',
		'src/lib/trouble.ts'
	],
	'src/lib/server/access': [
		'src/lib/server/reader-key.ts',
		'src/lib/duration.ts',
		'src/lib/is-day.ts',
		'src/lib/permissions.ts',
		'src/lib/server/store',
		'src/lib/plain-text.ts',
		'src/lib/trouble.ts'
	],
	'src/hooks.server.ts': [
		'src/lib/plain-text.ts',
		'src/lib/server/store/jobs/machine.ts',
		'src/lib/server/store/sql/open.ts',
		'src/lib/server/access',
		'src/lib/server/post/mailer.ts',
		'src/lib/server/figures/beside.ts',
		'src/lib/server/upkeep/rotate.ts',
		'src/lib/server/settings.ts',
		'src/lib/messages',
		'src/lib/trouble.ts'
	],
	'src/routes': [
		'src/lib/locales.ts',
		'src/lib/report-kinds.ts',
		'src/lib/permissions.ts',
		'src/lib/duration.ts',
		'src/lib/item-roles.ts',
		'src/lib/minor-units.ts',
		'src/lib/filters',
		'src/lib/plain-text.ts',
		'src/lib/providers/services.ts',
		'src/app.css',
		'src/lib/server/alerts',
		'src/lib/server/figures',
		'src/lib/server/derive',
		'src/lib/server/ingest',
		'src/lib/server/forecast',
		'src/lib/server/desk',
		'src/lib/server/report',
		'src/lib/server/post',
		'src/lib/server/access',
		'src/lib/chart',
		'src/lib/columns',
		'src/lib/ui',
		'src/lib/messages',
		'src/lib/findings',
		'src/lib/name-key.ts',
		'src/lib/same-names.ts',
		'src/lib/trouble.ts'
	],
	'src/cli': [
		'src/lib/locales.ts',
		'src/lib/report-kinds.ts',
		'src/lib/is-day.ts',
		'src/lib/permissions.ts',
		'src/lib/duration.ts',
		'src/lib/columns',
		'src/lib/filters',
		'src/lib/csv/table-rows.ts',
		'src/lib/csv/instants/zones.ts',
		'src/lib/server/derive',
		'src/lib/server/ingest',
		'src/lib/server/alerts',
		'src/lib/server/figures',
		'src/lib/server/forecast',
		'src/lib/server/desk',
		'src/lib/server/report',
		'src/lib/server/upkeep',
		'src/lib/server/post',
		'src/lib/server/access',
		'src/lib/server/store/jobs/machine.ts',
		'src/lib/server/store/sql/open.ts',
		'src/lib/server/settings.ts',
		'src/lib/messages',
		'src/lib/name-key.ts',
		'src/lib/same-names.ts',
		'src/lib/trouble.ts'
	]
};

/**
 * The wings of large rooms, from the lowest up: a wing may import those before it, and what lies in
 * the room itself.
 */
export const wings: Record<string, readonly string[]> = {
	'src/lib/csv': ['instants', 'bytes', 'workbook'],
	'src/lib/issue': ['source', 'lines', 'template', 'outlines'],
	'src/lib/measure': ['stats', 'topics', 'readers', 'verdicts', 'lift', 'forecast'],
	'src/lib/providers': ['words', 'plans', 'by-hand'],
	'src/lib/server/figures': ['content', 'verdicts', 'audience', 'money', 'sponsors'],
	'src/lib/server/ingest': ['packs', 'reading', 'files', 'questions'],
	'src/lib/server/report': ['draw', 'pdf', 'kinds'],
	'src/lib/server/store': [
		'schema',
		'sql',
		'jobs',
		'people',
		'reports',
		'events',
		'readers',
		'content',
		'rollups'
	]
};

/** Rooms without a clock, chance, files or network: what they need is handed to them. */
export const pure = [
	'src/lib/csv',
	'src/lib/providers',
	'src/lib/url',
	'src/lib/issue',
	'src/lib/join',
	'src/lib/measure',
	'src/lib/topics',
	'src/lib/spend',
	'src/lib/findings',
	'src/lib/filters',
	'src/lib/columns'
];

/** Packages that one room alone may import, so that they can be exchanged there. */
export const kept: Record<string, readonly string[]> = {
	'drizzle-orm': ['src/lib/server/store'],
	'@libsql/client': ['src/lib/server/store'],
	'better-auth': ['src/lib/server/access'],
	'openid-client': ['src/lib/server/access'],
	'@simplewebauthn/server': ['src/lib/server/access'],
	'@simplewebauthn/browser': ['src/routes'],
	papaparse: ['src/lib/csv'],
	nodemailer: ['src/lib/server/post'],
	croner: ['src/lib/server/post'],
	'chart.js': ['src/lib/chart', 'src/lib/server/report'],
	pdfmake: ['src/lib/server/report'],
	'@napi-rs/canvas': ['src/lib/server/report'],
	'write-excel-file': ['src/lib/server/report'],
	'chartjs-plugin-annotation': ['src/lib/chart'],
	uqr: ['src/routes'],
	$app: ['src/routes', 'src/lib/ui', 'src/hooks.server.ts'],
	$env: []
};
