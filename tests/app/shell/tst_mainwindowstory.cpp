// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/journeyspanel.h>
#include <app/traces/followpage.h>
#include <app/traces/tracespanel.h>

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <tests/app/shell/quietwindow.h>
#include <tests/app/shell/savedialog.h>
#include <tests/app/traces/sometraces.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::traces::TracesPanel;
using tests::support::spansOf;

// A person follows one request, and takes its story along.
class TestMainWindowStory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }

    void theStoryIsExportedIntoTheFolderThatIsChosen()
    {
        follow();
        auto *exporting = button(u"Export…"_s);
        QVERIFY(exporting != nullptr);
        QTest::mouseClick(exporting, Qt::LeftButton);
        const QTemporaryDir folder;
        tests::shell::saveAs(*m_window.get(), folder.path());
        const auto sizeOf = [&](const QString &name) { return QFileInfo(folder.filePath(name)).size(); };
        QTRY_VERIFY_WITH_TIMEOUT(sizeOf(u"story.gif"_s) > 1000, 60'000); // written last
        QVERIFY(sizeOf(u"story.svg"_s) > 1000);
        const auto pictures = QDir(folder.path()).entryList({u"step-*.png"_s}, QDir::Files, QDir::Name);
        QCOMPARE(pictures.size(), 8); // each step of it
        for (const auto &picture : pictures)
            QVERIFY2(!QImage(folder.filePath(picture)).isNull(), qPrintable(picture));
    }

    void nothingIsWrittenWhenTheDialogIsLeft()
    {
        follow();
        QTest::mouseClick(button(u"Export…"_s), Qt::LeftButton);
        auto *dialog = m_window->findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr && QTest::qWaitForWindowExposed(dialog));
        const QTemporaryDir folder;
        dialog->setDirectory(folder.path());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<QFileDialog *>() == nullptr);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

private:
    // By Enter on the journey in the microservices' column.
    void follow()
    {
        auto *table = m_window->findChild<app::journeys::JourneysPanel *>()->findChild<QTableView *>();
        const auto &journeys = m_window.system().journeys;
        const auto checkOut
            = std::ranges::find(journeys, u"check-out"_s, [](const auto &each) { return each.id.value; });
        table->setFocus();
        table->setCurrentIndex(table->model()->index(static_cast<int>(checkOut - journeys.begin()), 2));
        QTest::keyClick(table, Qt::Key_Return);
        const auto &text = tests::traces::checkOut;
        const auto spans = spansOf(text);
        Q_EMIT m_window.shop().tracesRead({tests::traces::glance(u"microservices"_s, text)});
        Q_EMIT m_window.shop().traceRead(1, spans.front().trace, spans);
        QVERIFY(m_window->findChild<TracesPanel *>()->story().isVisible());
    }
    QPushButton *button(const QString &words) const
    {
        const auto buttons = m_window->findChild<TracesPanel *>()->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QPushButton *each) { return each->isVisible() && each->text() == words; });
        return found == buttons.end() ? nullptr : *found;
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowStory)
#include "tst_mainwindowstory.moc"
