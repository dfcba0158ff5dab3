-- What of a line and of the freight went back to the buyer, so that the rest is exact to the cent.
ALTER TABLE order_line ADD COLUMN refunded NUMERIC(19,4) DEFAULT 0 NOT NULL;
ALTER TABLE sales_order ADD COLUMN freight_refunded NUMERIC(19,4) DEFAULT 0 NOT NULL;
UPDATE order_line SET refunded = ROUND(amount * cancelled_qty / qty, 2) WHERE cancelled_qty > 0;
ALTER TABLE order_line ADD CONSTRAINT order_line_refunded CHECK (refunded >= 0);
