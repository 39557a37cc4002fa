import { audience } from './audience.ts';
import { alerts } from './alerts.ts';
import { annotate, annotations } from './annotations.ts';
import { authors } from './authors.ts';
import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { channels } from './channels.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { erase } from './erase.ts';
import { exportCommand } from './export.ts';
import { forecast } from './forecast.ts';
import { forecasts } from './forecasts.ts';
import { importCommand } from './import.ts';
import { issues } from './issues.ts';
import { items } from './items.ts';
import { jobs } from './jobs.ts';
import { map } from './map.ts';
import { migrate } from './migrate.ts';
import { names } from './names.ts';
import { next } from './next.ts';
import { overview } from './overview.ts';
import { parse } from './parse.ts';
import { post } from './post.ts';
import { privacy } from './privacy.ts';
import { publications } from './publications.ts';
import { report } from './report.ts';
import { restore } from './restore.ts';
import { retainCommand } from './retain.ts';
import { rotate } from './rotate.ts';
import { sections } from './sections.ts';
import { serve } from './serve.ts';
import { sponsors } from './sponsors.ts';
import { start } from './start.ts';
import { suggest } from './suggest.ts';
import { tastes } from './tastes.ts';
import { token } from './token.ts';
import { topics } from './topics.ts';
import { undo } from './undo.ts';
import { url } from './url.ts';
import { user } from './user.ts';
import { verdicts } from './verdicts.ts';
import { verify } from './verify.ts';
import { work } from './work.ts';

/** Every verb of the command line, in the order of the help. */
export const commands: readonly Command[] = [
	start,
	importCommand,
	check,
	map,
	parse,
	url,
	suggest,
	publications,
	overview,
	topics,
	tastes,
	items,
	sections,
	authors,
	issues,
	audience,
	channels,
	sponsors,
	names,
	next,
	forecast,
	forecasts,
	annotate,
	annotations,
	alerts,
	verdicts,
	report,
	jobs,
	undo,
	privacy,
	exportCommand,
	erase,
	retainCommand,
	user,
	token,
	audit,
	verify,
	rotate,
	backup,
	restore
];

/** What `start` runs beside itself; nobody else needs to know of it. */
export const inside: readonly Command[] = [serve, work, post, migrate];
