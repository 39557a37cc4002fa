import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settingsFrom } from '../settings.ts';
import { secretOf } from './secret.ts';

function folder(): string {
	const data = mkdtempSync(join(tmpdir(), 'rubrique-secret-'));
	onTestFinished(() => rmSync(data, { recursive: true }));
	return data;
}

const of = (env: Record<string, string>) =>
	secretOf(settingsFrom({ RUBRIQUE_DATA: folder(), ...env }, '/r', '/r'));
const server = { DATABASE_URL: 'http://127.0.0.1:8080' };

test('one key on two machines of a server → one secret; another key, or files → different ones', () => {
	const RUBRIQUE_KEY = 'a1'.repeat(32);
	const shared = of({ ...server, RUBRIQUE_KEY });
	expect(of({ ...server, RUBRIQUE_KEY })).toBe(shared);
	expect(of({ ...server, RUBRIQUE_KEY: 'b2'.repeat(32) })).not.toBe(shared);
	expect(shared).not.toContain(RUBRIQUE_KEY);
	expect(of({ RUBRIQUE_KEY })).not.toBe(of({ RUBRIQUE_KEY }));
});
