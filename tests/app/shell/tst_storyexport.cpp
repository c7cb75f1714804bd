// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/storyexport.h>

#include <QDir>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <tests/app/graph/smallscene.h>

using namespace Qt::StringLiterals;
using app::graph::FollowLight;
using app::graph::GraphView;
using app::shell::StoryExport;

class TestStoryExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->setScene(tests::graph::scene());
        m_light = new FollowLight(*m_view, m_packaging);
    }

    void writesADrawingAndAPictureOfEachStep()
    {
        const QTemporaryDir folder;
        auto *writing = make();
        QSignalSpy written(writing, &StoryExport::written);
        writing->writeInto(folder.path());
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"step-01.png"_s, u"step-02.png"_s, u"story.gif"_s, u"story.svg"_s}));
        QCOMPARE(QImage(folder.filePath(u"step-02.png"_s)).size(), StoryExport::sizeOfFrame);
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
    StoryExport *make()
    {
        const app::graph::FollowedStep step{model::system::CapabilityId{u"left"_s}, {}, false, u"A step"_s};
        return new StoryExport({*m_view, *m_light, m_packaging, app::style::Theme::light()},
                               {u"Story"_s, u"2 steps"_s, {step, step}}, this);
    }

    model::packaging::Packaging m_packaging;
    std::unique_ptr<GraphView> m_view;
    FollowLight *m_light = nullptr; // the view's
};

QTEST_MAIN(TestStoryExport)
#include "tst_storyexport.moc"
