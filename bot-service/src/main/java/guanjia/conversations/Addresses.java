package guanjia.conversations;

import guanjia.delivery.Address;

/** Tells the conversation of an address. */
@FunctionalInterface
interface Addresses {
    ConversationId idOf(Address address);
}
