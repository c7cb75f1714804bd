// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/statusline.h>

#include <QFileInfo>
#include <QLabel>
#include <QTemporaryDir>

#include <tests/app/shell/quietwindow.h>
#include <tests/app/shell/savedialog.h>

using namespace Qt::StringLiterals;
using namespace app::shell;

// The window before a room full of people.
class TestPresentation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_window = std::make_unique<tests::shell::QuietWindow>(); }
    void init()
    {
        QVERIFY(m_window->open());
        QTest::keyClick(m_window->get(), Qt::Key_F11);
        QVERIFY(window()->isFullScreen());
    }
    void cleanupTestCase() { m_window.reset(); }

    void whatIsWrittenIsSaidWhereItIsSeen()
    {
        QVERIFY(!line().isVisible());
        const QTemporaryDir folder;
        const QString drawing = folder.filePath(u"shop.svg"_s);
        QTest::keyClick(m_window->get(), Qt::Key_E, Qt::ControlModifier);
        tests::shell::saveAs(*m_window->get(), drawing);
        QTRY_VERIFY(seen().join(u' ').contains(drawing));
        QCOMPARE(seen().size(), 1); // no figures, which only hands need
        QVERIFY(window()->rect().contains(QRect(line().mapTo(m_window->get(), QPoint()), line().size())));
        QVERIFY(QFileInfo(drawing).size() > 0);
        window()->activateWindow(); // it was the dialog
        QVERIFY(QTest::qWaitForWindowActive(m_window->get()));
        QTest::keyClick(m_window->get(), Qt::Key_F11);
        QVERIFY(line().isVisible());
        QVERIFY(seen().size() > 1);
    }

private:
    tests::shell::QuietWindow &window() const { return *m_window; }
    StatusLine &line() const { return *window()->findChild<StatusLine *>(); }
    // What the line below everything says.
    QStringList seen() const
    {
        QStringList words;
        for (const auto *label : line().findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                words << label->text();
        }
        return words;
    }

    std::unique_ptr<tests::shell::QuietWindow> m_window;
};

QTEST_MAIN(TestPresentation)
#include "tst_presentation.moc"
