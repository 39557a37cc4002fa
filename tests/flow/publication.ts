import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { sharedOf } from '#lib/server/access/secret.ts';
import type { Context } from '#lib/server/ingest/packs/context.ts';
import { runDerivation } from '#lib/server/derive/derive-issue.ts';
import { openIdentity } from '#lib/server/ingest/packs/open-identity.ts';
import { Interned } from '#lib/server/ingest/packs/interned.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { publicationFor, publicationMeant } from '#lib/server/ingest/publication.ts';
import { receiptOf, type Receipt } from '#lib/server/ingest/files/receipt.ts';
import { undoImport } from '#lib/server/ingest/undo.ts';
import { verify } from '#lib/server/derive/verify.ts';
import { listImports } from '#lib/server/store/events/imports.ts';
import { workThrough } from '#lib/server/store/jobs/hold.ts';
import { settingsFrom } from '#lib/server/settings.ts';
import { machineIn, workOn } from '#lib/server/store/jobs/machine.ts';
import { open, databasePath, type Db } from '#lib/server/store/sql/open.ts';
import { emptyDatabaseAt } from './empty-database.ts';
import type { Files } from '../simulate/sample/table.ts';

/** Registers what is to be done at the end: of a test, or with `afterAll` of all in a file. */
type Ending = (cleanUp: () => void) => void;

/** A folder that is there as long as the test. */
export function tempFolder(atEnd: Ending = onTestFinished): string {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-flow-'));
	atEnd(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** Writes files below a folder. @returns the folder */
export function written(files: Files, folder = tempFolder()): string {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
	return folder;
}

export type Workspace = Awaited<ReturnType<typeof newWorkspace>>;

/** A publication in a database of its own, by default a file, and what a person does with it. */
export async function newWorkspace(
	atEnd: Ending = onTestFinished,
	data = tempFolder(atEnd),
	url = `file:${join(data, 'rubrique.db')}`
) {
	const file = databasePath(url);
	if (file !== null) await emptyDatabaseAt(file);
	const db = await open(url);
	workOn(
		db,
		machineIn(data),
		sharedOf(settingsFrom({ RUBRIQUE_DATA: data, DATABASE_URL: url }, '/', '/'))
	);
	atEnd(() => db.$client.close());
	const identity = await openIdentity(db, data);
	const words = { language: 'fr', currency: 'EUR', zone: 'Europe/Paris' } as const;
	const { slug } = await publicationFor(db, 'canal', null, words, 0);
	const publication = () => publicationMeant(db, slug);

	async function context(own: Partial<Context> = {}): Promise<Context> {
		return {
			db,
			identity,
			publication: await publication(),
			now: Date.now,
			by: null,
			zone: 'UTC',
			map: null,
			complete: false,
			again: true,
			addresses: new Interned(),
			readers: [],
			...own
		};
	}

	return {
		db,
		data,
		identity,
		publication,
		context,
		async import(...paths: string[]) {
			return importPaths(await context(), paths);
		},
		/** Writes files into a folder and takes them in, one after the other as they are named. */
		async take(files: Files) {
			const folder = written(files, tempFolder(atEnd));
			return importPaths(
				await context(),
				Object.keys(files).map((path) => join(folder, path))
			);
		},
		/** Of every import, as of now. */
		async receipts() {
			const now = await publication();
			const receipts: Receipt[] = [];
			for (const row of await listImports(db, now.id))
				receipts.push(await receiptOf(db, now, { import: row, as: 'read' }));
			return receipts;
		},
		/** What the worker derives after somebody changed something. */
		work: () =>
			workThrough(db, ['items'], async (held) => {
				await runDerivation(db, held);
				return null;
			}),
		undo: (id: number) => undoImport(db, id, Date.now()),
		differences: async () => (await verify(db)).differences,
		/** What pages say, but for the ids, which tell in which order things came. @param from a copy to read */
		async figures(from: Db = db) {
			const now = await publicationMeant(from, slug);
			return plain({
				topics: (await topicFigures(from, now, everything)).topics,
				items: (await itemFigures(from, now, everything)).items,
				sections: (await sectionFigures(from, now, everything)).sections,
				issues: (await issueListFigures(from, now, everything)).issues
			});
		},
		sections: async () => (await sectionFigures(db, await publication(), everything)).sections,
		items: async () => (await itemFigures(db, await publication(), everything)).items,
		issues: async () => (await issueListFigures(db, await publication(), everything)).issues
	};
}

/** Ids tell in which order things came, in rows and in the lists within them. */
function withoutIds(key: string, value: unknown) {
	const isId = key === 'id' || key === 'issueId' || (key === 'item' && typeof value === 'number');
	return isId ? undefined : value;
}

/** Rows without their ids, in an order of their own: between equals, lists go by who came first. */
function plain<Rows extends Record<string, readonly object[]>>(lists: Rows): Rows {
	const rows = Object.entries(lists).map(([name, list]) => [
		name,
		list.map((row) => JSON.stringify(row, withoutIds)).sort()
	]);
	return JSON.parse(JSON.stringify(Object.fromEntries(rows)), (_, field) =>
		typeof field === 'string' && field.startsWith('{') ? JSON.parse(field) : field
	);
}
