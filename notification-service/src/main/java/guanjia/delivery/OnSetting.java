package guanjia.delivery;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether a channel is set; a half-set one counts, so that the check of the settings can complain. */
final class OnSetting {
    private OnSetting() {}

    /** {@code GUANJIA_TELEGRAM_TOKEN} is set. */
    static final class Telegram implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "guanjia.telegram.token");
        }
    }

    /** {@code GUANJIA_TWILIO_ACCOUNT_SID} is set. */
    static final class Twilio implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isSet(context, "guanjia.twilio.account-sid");
        }
    }

    private static boolean isSet(ConditionContext context, String property) {
        return !context.getEnvironment().getProperty(property, "").isBlank();
    }
}
