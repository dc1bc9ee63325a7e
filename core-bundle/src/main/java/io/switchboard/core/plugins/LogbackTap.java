package io.switchboard.core.plugins;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.Appender;

/** Keeps an appender at the root of Logback, also when its settings are read anew, which takes all of them away. */
abstract class LogbackTap {
    /** The log is none of Logback's, as in tests without it. */
    static final LogbackTap NONE = new LogbackTap() {
        @Override
        void detach() {
            // Nothing was attached.
        }
    };

    private LogbackTap() {}

    /** Ends it. */
    abstract void detach();

    static LogbackTap attach(LoggerContext context, Appender<ILoggingEvent> appender) {
        Attached attached = new Attached(context, appender);
        context.addListener(attached.listener);
        attached.begin();
        return attached;
    }

    private static final class Attached extends LogbackTap {
        private final LoggerContext context;
        private final Appender<ILoggingEvent> appender;
        private final Again listener = new Again();

        Attached(LoggerContext context, Appender<ILoggingEvent> appender) {
            this.context = context;
            this.appender = appender;
        }

        private void begin() {
            appender.setContext(context);
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }

        @Override
        void detach() {
            context.removeListener(listener);
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
            appender.stop();
        }

        private final class Again implements LoggerContextListener {
            @Override
            public boolean isResetResistant() {
                return true;
            }

            @Override
            public void onStart(LoggerContext started) {
                // It is attached already.
            }

            @Override
            public void onReset(LoggerContext reset) {
                begin();
            }

            @Override
            public void onStop(LoggerContext stopped) {
                // There is nothing left to listen to.
            }

            @Override
            public void onLevelChange(Logger logger, Level level) {
                // What passes the level is what is kept.
            }
        }
    }
}
