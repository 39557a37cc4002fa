ALTER TABLE `count_url` ADD `reach` integer;--> statement-breakpoint
ALTER TABLE `rollup_item` ADD `reach` integer;