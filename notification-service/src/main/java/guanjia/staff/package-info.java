/** Staff accounts, their roles and the audit of what they did; who acts is an argument of every port that reads or changes. */
@NullMarked
package guanjia.staff;

import org.jspecify.annotations.NullMarked;
