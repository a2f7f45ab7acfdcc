/** Embedded stores: a Redis and a MongoDB on disk for installations without their own, durable across {@code kill -9}. */
@NullMarked
package guanjia.infra;

import org.jspecify.annotations.NullMarked;
