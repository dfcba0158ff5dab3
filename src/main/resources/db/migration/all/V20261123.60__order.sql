-- An order is looked up by its platform number in the key table: that row is never updated, while
-- every move of an order writes each of its indexes anew.
CREATE INDEX intake_key_by_platform ON intake_key (platform_no);
DROP INDEX sales_order_by_platform;
-- Nothing looks an order up by its receiver's phone; customers do, in their own table.
DROP INDEX sales_order_by_phone;
