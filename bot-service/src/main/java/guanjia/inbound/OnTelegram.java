package guanjia.inbound;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Only where Telegram is on and residents' messages are taken in. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${guanjia.role.bot:true} and !'${guanjia.telegram.token:}'.isBlank()")
@interface OnTelegram {}
