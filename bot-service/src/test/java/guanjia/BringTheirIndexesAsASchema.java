package guanjia;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import guanjia.stores.Schema;

/** A class that makes an index does so in a step of {@link Schema}. */
final class BringTheirIndexesAsASchema extends ArchCondition<JavaClass> {
    BringTheirIndexesAsASchema() {
        super("bring their indexes as steps of a Schema");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean brings = type.getMethodCallsFromSelf().stream().anyMatch(call -> isTo(call, Schema.class, "bring"));
        type.getMethodCallsFromSelf().stream()
                .filter(call -> isTo(call, MongoCollection.class, "createIndex"))
                .forEach(call -> events.add(new SimpleConditionEvent(type, brings, call.getDescription())));
    }

    private static boolean isTo(JavaMethodCall call, Class<?> owner, String name) {
        return call.getTargetOwner().isEquivalentTo(owner) && call.getName().equals(name);
    }
}
