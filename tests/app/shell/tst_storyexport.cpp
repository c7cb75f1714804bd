// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/storyexport.h>

#include <QDir>
#include <QImage>
#include <QImageReader>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tests/app/graph/smallscene.h>

using namespace Qt::StringLiterals;
using app::shell::StoryExport;
using app::style::Role;
using tests::graph::pixelsOf;

class TestStoryExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesADrawingAndAPictureOfEachStep()
    {
        const QTemporaryDir folder;
        write(folder.path());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"step-01.png"_s, u"step-02.png"_s, u"step-03.png"_s, u"story.gif"_s,
                              u"story.svg"_s}));
        QCOMPARE(QImage(folder.filePath(u"step-02.png"_s)).size(), StoryExport::sizeOfFrame);
    }

    void eachPictureShowsTheBoxesOfAllShapesWithTheirWords()
    {
        const QTemporaryDir folder;
        write(folder.path());
        const auto theme = app::style::Theme::light();
        for (int step = 1; step <= 3; ++step) {
            const QImage picture(folder.filePath(u"step-0%1.png"_s.arg(step)));
            QVERIFY(!picture.isNull());
            for (const bool isLeft : {true, false}) { // alike, so that each has half of the picture
                const QRect half(isLeft ? 0 : 640, 0, 640, 720);
                const QRect heading(half.left(), 0, 640, 50);
                const QRect below = half.adjusted(0, 60, 0, 0);
                QVERIFY(pixelsOf(picture, heading, theme.color(Role::Text)) > 20);
                QVERIFY2(pixelsOf(picture, below, theme.color(Role::Window)) > 5'000,
                         "the boxes that are lit");
                QVERIFY2(pixelsOf(picture, below, theme.color(Role::Text)) > 20, "what they are called");
                QVERIFY(pixelsOf(picture, below, theme.color(Role::Accent)) > 20);
            }
        }
    }

    void theFilmHasAFrameForEachStep()
    {
        const QTemporaryDir folder;
        write(folder.path());
        QImageReader film(folder.filePath(u"story.gif"_s));
        QImage latest;
        int frames = 0;
        while (film.canRead()) {
            const auto frame = film.read();
            QCOMPARE(frame.size(), StoryExport::sizeOfFrame);
            QVERIFY(frame != latest);
            latest = frame;
            ++frames;
        }
        QCOMPARE(frames, 3);
    }

    void saysWhatCouldNotBeWritten()
    {
        auto *writing = make();
        QSignalSpy failed(writing, &StoryExport::failed);
        writing->writeInto(u"/nowhere/at/all"_s);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.front().front().toString().contains(u"/nowhere/at/all/"_s));
    }

private:
    void write(const QString &folder)
    {
        auto *writing = make();
        QSignalSpy written(writing, &StoryExport::written);
        writing->writeInto(folder);
        QTRY_COMPARE(written.size(), 1);
    }

    // Two shapes which look alike tell three steps without a word.
    StoryExport *make()
    {
        const auto step = [](const QString &from, const QString &to) {
            return app::graph::FollowedStep{model::system::CapabilityId{from},
                                            model::system::CapabilityId{to}, false, QString()};
        };
        model::packaging::Packaging packaging;
        packaging.units
            = {{{u"left"_s}, u"Left"_s, {{u"left"_s}}}, {{u"right"_s}, u"Right"_s, {{u"right"_s}}}};
        app::graph::FollowedStory story{u"Story"_s, {}};
        for (const auto &title : {u"One"_s, u"Other"_s})
            story.shapes.push_back(
                {title,
                 u"3 steps"_s,
                 tests::graph::scene(),
                 packaging,
                 {step(u"left"_s, u"right"_s), step(u"right"_s, u"left"_s), step(u"left"_s, u"left"_s)}});
        return new StoryExport(story, {app::style::Theme::light(), {}}, this);
    }
};

QTEST_MAIN(TestStoryExport)
#include "tst_storyexport.moc"
