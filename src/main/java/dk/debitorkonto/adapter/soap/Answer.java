package dk.debitorkonto.adapter.soap;

/** What is sent back over HTTP, ready. */
public final class Answer {

    private final int status;
    private final String contentType;
    private final byte[] body;

    public Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body.clone();
    }
}
