// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/gif.h>

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTest>

using namespace app::shell;
using namespace std::chrono_literals;

class TestGif : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Qt's own reader is the judge.
    void isReadAsItWasWritten()
    {
        QImage first(300, 200, QImage::Format_RGB32);
        first.fill(QColor(10, 20, 30));
        QImage second = first;
        {
            QPainter painter(&second);
            for (int column = 0; column < 200; ++column) // long and short runs, and many codes
                painter.fillRect(column, column % 7, 1 + column % 5, 150, QColor(column, 255 - column, 90));
        }
        const auto frames
            = read(gifBegin(first.size()) + gifFrame(first, 500ms) + gifFrame(second, 700ms) + gifEnd());
        QCOMPARE(frames.size(), size_t(2));
        QCOMPARE(frames[0], first);
        QCOMPARE(frames[1], second);
    }

    void keepsTheMostFrequentOfManyColours()
    {
        QImage many(256, 256, QImage::Format_RGB32);
        for (int y = 0; y < many.height(); ++y) {
            for (int x = 0; x < many.width(); ++x)
                many.setPixel(x, y, y < 128 ? qRgb(1, 2, 3) : qRgb(x, y, 128));
        }
        const auto frames = read(gifBegin(many.size()) + gifFrame(many, 500ms) + gifEnd());
        QCOMPARE(frames.size(), size_t(1));
        QCOMPARE(frames[0].pixel(5, 5), qRgb(1, 2, 3));
    }

private:
    static std::vector<QImage> read(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, "gif");
        std::vector<QImage> frames;
        while (reader.canRead()) {
            const auto frame = reader.read();
            if (frame.isNull())
                break;
            frames.push_back(frame.convertToFormat(QImage::Format_RGB32));
        }
        return frames;
    }
};

QTEST_GUILESS_MAIN(TestGif)
#include "tst_gif.moc"
