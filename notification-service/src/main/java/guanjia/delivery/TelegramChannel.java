package guanjia.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Sends through a Telegram bot, as plain text with inline buttons. */
final class TelegramChannel implements Channel {
    /** Bot API, sendMessage: "1-4096 characters", counted in UTF-16 units. */
    private static final int LONGEST = 4096;
    /** On the key that shares one's number, where the content brings no label: it is read before the language is known. */
    private static final String SHARE_NUMBER = "📱 发送我的手机号 / Share my number";

    private static final Duration SOON = Duration.ofSeconds(1);

    private final TelegramLink link;

    TelegramChannel(TelegramLink link) {
        this.link = link;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.TELEGRAM;
    }

    @Override
    public List<Content> split(Content content) {
        List<String> texts = Sentences.split(content.text(), LONGEST);
        List<Content> parts = new ArrayList<>();
        for (String text : texts.subList(0, texts.size() - 1)) {
            parts.add(Content.text(text));
        }
        parts.add(new Content(texts.getLast(), content.buttons(), content.asksContact()));
        return parts;
    }

    @Override
    public SendOutcome send(String id, Address address, Content content) {
        SendMessage message = new SendMessage(address.value(), content.text());
        if (content.asksContact()) {
            message.setReplyMarkup(shareNumber(content));
        } else if (!content.buttons().isEmpty()) {
            message.setReplyMarkup(inline(content.buttons()));
        }
        try {
            return new SendOutcome.Sent(
                    String.valueOf(link.client().execute(message).getMessageId()));
        } catch (TelegramApiRequestException e) {
            return meaning(e);
        } catch (TelegramApiException e) {
            return unanswered(e);
        } catch (RuntimeException e) {
            return new SendOutcome.Uncertain(); // an answer of success that can't be read
        }
    }

    private static SendOutcome meaning(TelegramApiRequestException e) {
        if (e.getErrorCode() == null || e.getErrorCode() < 400) {
            return unanswered(e);
        }
        String said = Objects.requireNonNullElse(e.getApiResponse(), "");
        if (e.getErrorCode() >= 500 && said.equals("gateway")) {
            return new SendOutcome.Uncertain();
        }
        Integer after = e.getParameters() == null ? null : e.getParameters().getRetryAfter();
        return TelegramErrors.meaning(e.getErrorCode(), said, after == null ? 0 : after);
    }

    private static SendOutcome unanswered(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TelegramLink.RequestMayHaveLeft) {
                return new SendOutcome.Uncertain();
            }
            if (cause instanceof java.net.ConnectException
                    || cause instanceof java.net.UnknownHostException
                    || cause instanceof java.net.NoRouteToHostException) {
                return new SendOutcome.TryAgain(SOON, false);
            }
        }
        return new SendOutcome.Uncertain();
    }

    private static ReplyKeyboard inline(List<List<Button>> rows) {
        return new InlineKeyboardMarkup(rows.stream()
                .map(row -> new InlineKeyboardRow(
                        row.stream().map(TelegramChannel::key).toList()))
                .toList());
    }

    private static InlineKeyboardButton key(Button button) {
        InlineKeyboardButton key = new InlineKeyboardButton(button.label());
        if (button.isLink()) {
            key.setUrl(button.token());
        } else {
            key.setCallbackData(button.token());
        }
        return key;
    }

    private static ReplyKeyboard shareNumber(Content content) {
        String label = content.buttons().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .findFirst()
                .orElse(SHARE_NUMBER);
        KeyboardButton key =
                KeyboardButton.builder().text(label).requestContact(true).build();
        return ReplyKeyboardMarkup.builder()
                .keyboardRow(new KeyboardRow(key))
                .resizeKeyboard(true)
                .oneTimeKeyboard(true)
                .build();
    }
}
