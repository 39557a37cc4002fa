ALTER TABLE `reader_fact` ADD `stays` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `same_names` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `rollup_reader` ADD `earlier` text;--> statement-breakpoint
INSERT INTO `setting` (`name`, `value`) SELECT 'unsettled:' || p.`id`, 'migration' FROM `publication` p WHERE EXISTS (SELECT 1 FROM `rollup_reader` r WHERE r.`publication_id` = p.`id`) ON CONFLICT DO NOTHING;
