import { spawnSync } from 'node:child_process';
import PostalMime from 'postal-mime';
import { createTransport } from 'nodemailer';
import { beforeEach, expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { mailOf } from '#lib/server/mail/mail.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { keepLogo, logoOf, removeLogo } from '#lib/server/report/logo.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { keepReport, reportOf, type ReportRequest } from '#lib/server/report/reports.ts';
import { bytes } from '../simulate/sample/table.ts';
import { frenchFile, frenchRows, issue12 } from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const actor = { by: null, now: 0 };
const red = Buffer.from(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#c00"/></svg>'
);
const asked: ReportRequest = {
	kind: 'management',
	name: null,
	filters: everything,
	locale: 'fr'
};

let workspace: Workspace;

beforeEach(async () => {
	workspace = await newWorkspace();
	await workspace.take({ 'lettre-12.md': bytes(issue12), 'clics.csv': frenchFile(frenchRows()) });
});

test('a logo removed after a report was made → still in the report’s PDF and mail', async () => {
	const publication = await workspace.publication();
	await keepLogo(workspace.db, publication, red, actor);
	const id = await keepReport(workspace.db, publication, asked, actor);
	await removeLogo(workspace.db, publication, actor);
	expect(await logoOf(workspace.db, publication)).toBeNull();

	const report = await reportOf(workspace.db, publication, id);
	expect(report.publication.logo).toMatchObject({ width: 720, height: 180 });
	const { content } = await reportFile(report, 'pdf');
	const images = spawnSync('pdfimages', ['-list', '-'], { input: content });
	if (!images.error) expect(images.stdout.toString()).toMatch(/\b720\s+180\b/);

	const stream = createTransport({ streamTransport: true, buffer: true });
	const sent = await stream.sendMail({ ...(await mailOf(report, null)), to: 'ana@example.org' });
	const mail = await PostalMime.parse(sent.message as Buffer);
	const logo = mail.attachments.find(({ mimeType }) => mimeType === 'image/png')!;
	expect(mail.html).toContain(`src="cid:${logo.contentId!.replace(/[<>]/g, '')}"`);
});

test('a bad logo → the old one stays; a logo removed → in no new report or mail', async () => {
	const publication = await workspace.publication();
	await keepLogo(workspace.db, publication, red, actor);
	const kept = await logoOf(workspace.db, publication);
	await expect(
		keepLogo(workspace.db, publication, Buffer.from('no logo'), actor)
	).rejects.toMatchObject({ code: 'badLogo' });
	expect(await logoOf(workspace.db, publication)).toEqual(kept);

	await removeLogo(workspace.db, publication, actor);
	const report = await makeReport(workspace.db, publication, asked, 0);
	expect(report.publication.logo).toBeNull();
	expect((await mailOf(report, null)).attachments).toHaveLength(1);
});
