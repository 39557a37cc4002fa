DROP INDEX `provenance_imports_unique`;--> statement-breakpoint
ALTER TABLE `provenance` ADD `clients` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `provenance_imports_clients_unique` ON `provenance` (`imports`,`clients`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `open_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `open_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `open_event`.`client_id` || ',')
	WHERE p.`id` = `open_event`.`provenance_id`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `click_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `click_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `click_event`.`client_id` || ',')
	WHERE p.`id` = `click_event`.`provenance_id`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `delivery_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `delivery_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `delivery_event`.`client_id` || ',')
	WHERE p.`id` = `delivery_event`.`provenance_id`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `unsubscribe_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `unsubscribe_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `unsubscribe_event`.`client_id` || ',')
	WHERE p.`id` = `unsubscribe_event`.`provenance_id`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `bounce_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `bounce_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `bounce_event`.`client_id` || ',')
	WHERE p.`id` = `bounce_event`.`provenance_id`);--> statement-breakpoint
INSERT OR IGNORE INTO `provenance` (`imports`, `clients`)
SELECT DISTINCT p.`imports`, ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', e.`client_id` || ',')
FROM `complaint_event` e JOIN `provenance` p ON p.`id` = e.`provenance_id` WHERE p.`clients` = '';--> statement-breakpoint
UPDATE `complaint_event` SET `provenance_id` = (
	SELECT q.`id` FROM `provenance` p JOIN `provenance` q
		ON q.`imports` = p.`imports` AND q.`clients` = ',' || replace(hex(zeroblob(length(p.`imports`) - length(replace(p.`imports`, ',', '')) - 1)), '00', `complaint_event`.`client_id` || ',')
	WHERE p.`id` = `complaint_event`.`provenance_id`);--> statement-breakpoint
DELETE FROM `provenance` WHERE `clients` = '';
