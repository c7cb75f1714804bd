// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangingnotice.h"

#include <app/style/label.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patienceWithLayout = 500ms; // until somebody wonders

} // namespace

ArrangingNotice::ArrangingNotice(int boxes, QWidget &picture, QWidget &parent)
    : QWidget(&parent)
    , m_boxes(boxes)
    , m_picture(picture)
    , m_words(style::label({}, "subtle"))
    , m_progress(new QProgressBar)
    , m_button(new QPushButton)
{
    setAutoFillBackground(true);
    setAttribute(Qt::WA_NoMousePropagation); // what is below it is the picture
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 8, 2);
    m_progress->setRange(0, 0); // how long it takes is not known before
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(90, 6);
    m_progress->setAccessibleName(tr("Arranging the picture"));
    m_button->setProperty("extent", u"small"_s);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceWithLayout);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        say(tr("Arranging %1 boxes. The table has them already.").arg(QLocale().toString(m_boxes)), true);
    });
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!m_isWaiting) {
            Q_EMIT wantedAgain();
            return;
        }
        Q_EMIT cancelled();
        say(tr("The picture was not arranged anew."), false);
    });
    picture.installEventFilter(this);
    parent.installEventFilter(this);
    hide();
}

bool ArrangingNotice::event(QEvent *event)
{
    const bool isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) // its words may need another height
        lieDown();
    return isTaken;
}

// The picture's place in its parent changes with either of them.
bool ArrangingNotice::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::LayoutRequest:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        lieDown();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void ArrangingNotice::lieDown()
{
    const bool isSeen = m_speaks && !m_picture.isHidden();
    if (isSeen) {
        const int width = m_picture.width();
        setGeometry({m_picture.mapTo(parentWidget(), QPoint()), QSize(width, heightForWidth(width))});
        raise();
    }
    setVisible(isSeen);
}

void ArrangingNotice::say(const QString &words, bool isWaiting)
{
    m_isWaiting = isWaiting;
    m_words->setText(words);
    m_progress->setVisible(isWaiting);
    m_button->setText(isWaiting ? tr("Cancel") : tr("Arrange it"));
    m_speaks = true;
    lieDown();
}

void ArrangingNotice::wait()
{
    stop();
    m_patience.start();
}

void ArrangingNotice::stop()
{
    m_patience.stop();
    m_speaks = false;
    lieDown();
}

} // namespace app::graph
