import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { whileHolding } from './lock.mjs';

function place(): string {
	const folder = mkdtempSync(join(tmpdir(), 'rubrique-lock-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return join(folder, '.lock');
}

function wordOf(key: string): string {
	return key;
}

test('two tasks under one lock → one after the other', async () => {
	const lock = place();
	const seen: string[] = [];
	async function work(name: string) {
		seen.push(`${name} begins`);
		// whoever is not kept out begins meanwhile
		for (let turns = 0; turns < 10; turns++) await nextTurn();
		seen.push(`${name} ends`);
	}
	await Promise.all(['a', 'b'].map((name) => whileHolding(lock, wordOf, () => work(name))));

	expect(seen).toHaveLength(4);
	expect(seen[0]?.[0]).toBe(seen[1]?.[0]);
	expect(seen[2]?.[0]).toBe(seen[3]?.[0]);
});

test('work that fails under a lock → the lock is released', async () => {
	const lock = place();
	const failing = whileHolding(lock, wordOf, () => Promise.reject(new Error('no')));
	await expect(failing).rejects.toThrow('no');
	expect(await whileHolding(lock, wordOf, async () => 'done')).toBe('done');
});

test('a lock whose holder died → taken over', async () => {
	const lock = place();
	mkdirSync(lock);
	const minuteAgo = new Date(Date.now() - 60_000);
	utimesSync(lock, minuteAgo, minuteAgo);
	expect(await whileHolding(lock, wordOf, async () => 'done')).toBe('done');
});
