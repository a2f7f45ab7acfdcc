/**
 * What leaves the product: one {@link guanjia.delivery.Delivery} is one message to one address. Stored before it is tried, tried
 * within the providers' limits, recorded after.
 */
@NullMarked
package guanjia.delivery;

import org.jspecify.annotations.NullMarked;
