/** Pages and REST calls over the product's public ports, for staff and for other systems; and the handbook pages that citations open. */
@NullMarked
package guanjia.console;

import org.jspecify.annotations.NullMarked;
