package jp.shikaku.registration.importing;

import jp.shikaku.contracts.importing.EnrolmentImport;
import jp.shikaku.contracts.text.LocalizedText;

/** A file as its page shows it. */
record ImportView(EnrolmentImport file) {

    /** 0 to 100, of the bytes of the file. */
    public long percent() {
        if (file.state().isFinal() && file.bytesRead() == file.bytes() || file.bytes() == 0) {
            return 100;
        }
        return file.bytesRead() * 100 / file.bytes();
    }

    public boolean running() {
        return !file.state().isFinal();
    }

    /** Whether there is a file of rows to look at. */
    public boolean hasResult() {
        return file.refused() > 0 || file.noted() > 0;
    }

    public LocalizedText state() {
        return switch (file.state()) {
            case WAITING -> new LocalizedText("順番待ち", "Waiting");
            case RUNNING -> new LocalizedText("取り込み中", "Being taken in");
            case WAITING_FOR_REGISTER -> new LocalizedText("住民票の照会を待っています", "Waiting for the resident register");
            case COMPLETED -> new LocalizedText("完了", "Completed");
            case CANCELLED -> new LocalizedText("中止", "Cancelled");
            case FAILED -> new LocalizedText("失敗", "Failed");
        };
    }

    public String tone() {
        return switch (file.state()) {
            case WAITING, RUNNING -> "calm";
            case WAITING_FOR_REGISTER -> "warn";
            case COMPLETED -> "good";
            case CANCELLED -> "plain";
            case FAILED -> "bad";
        };
    }

    /** 12 s, 3 min: rounded up. */
    public LocalizedText left() {
        if (file.secondsLeft() == null) {
            return new LocalizedText("", "");
        }
        long seconds = file.secondsLeft();
        return seconds < 90
                ? new LocalizedText("残り約" + seconds + "秒", "about " + seconds + " s left")
                : new LocalizedText("残り約" + (seconds + 59) / 60 + "分", "about " + (seconds + 59) / 60 + " min left");
    }
}
